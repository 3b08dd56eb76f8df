package org.alongside.intake.instrument;

import org.alongside.kit.code.Coded;

/** Everything that a report on an instrument can say of a place in its file, and what to do about it. */
public enum FindingCode implements Coded {

    MEMBER_IGNORED(Severity.NOTE, "The member was not read; no answer and no need depends on it.", "Nothing."),
    EXTENSION_IGNORED(Severity.NOTE, "The extension was not read; FHIR lets a reader leave it out.", "Nothing."),
    NOT_COMPUTED(Severity.WARNING,
            "The question is to be computed from others; it is shown and can be answered instead.",
            "Hide it on the screen, or leave it out of the file."),
    REQUIRED_LEFT_OPEN(Severity.WARNING, "The question is marked as required; here every question may be left open.",
            "Nothing, or write false."),
    VERSION_ASSUMED(Severity.WARNING, "There is no version; the beginning of the file's SHA-256 stands for it.",
            "Add a version."),
    TRANSLATION_INCOMPLETE(Severity.WARNING,
            "Some texts are not in this language; they are shown as the file has them.",
            "Translate the others."),
    MORE_FINDINGS(Severity.ERROR, "There is more to say of this file than a report holds.",
            "Put right what is reported and try again."),
    MALFORMED(Severity.ERROR, "The file is not well-formed JSON in UTF-8, or has a member twice.",
            "Correct it at the line and column named."),
    TOO_LARGE(Severity.ERROR, "The file is nested, long or rich beyond the limits.", "Divide it."),
    MISSING(Severity.ERROR, "Something that must be there is missing or empty.", "Add it."),
    WRONG_TYPE(Severity.ERROR, "The value is not of the type that stands here.", "Write it as FHIR R4 has it."),
    UNKNOWN_VALUE(Severity.ERROR, "The value is none of those that can stand here.", "Use one of those named."),
    BAD_TEXT(Severity.ERROR, "The text is too long, or has characters that a name or an answer cannot have.",
            "Shorten it, or write it in Unicode normal form C without spaces and control characters."),
    REPEATED(Severity.ERROR, "It stands here twice.", "Give each its own name, or take one away."),
    NOT_UNDERSTOOD(Severity.ERROR, "The member can change what an answer means, and this suite does not understand it.",
            "Take it out, or write the question another way."),
    OUT_OF_PLACE(Severity.ERROR, "The member cannot stand on an item of this type.", "Take it away."),
    BAD_CONDITION(Severity.ERROR, "The condition is none that an answer can meet.", "Correct the condition."),
    CYCLIC_CONDITION(Severity.ERROR, "Whether the question is shown depends on its own answer.",
            "Take away one of the conditions named."),
    BAD_SCORE(Severity.ERROR, "The score is not complete, or has more than a score has.",
            "Write it as docs/instruments.md describes."),
    BAD_RULE(Severity.ERROR, "The need rule is not complete, or has more than a rule has.",
            "Write it as docs/instruments.md describes."),
    VERSION_IN_USE(Severity.ERROR, "Assessments rest on another file of this version.", "Give the file a new version.");

    private final Severity severity;
    private final String meaning;
    private final String remedy;

    FindingCode(Severity severity, String meaning, String remedy) {
        this.severity = severity;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    Severity severity() {
        return severity;
    }

    String meaning() {
        return meaning;
    }

    String remedy() {
        return remedy;
    }
}
