package org.alongside.intake.instrument;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The subset of a FHIR R4 Questionnaire that instruments are written in. Whatever else a file holds stops the start, since a
 * member that is not understood could change when a question is shown or what an answer means.
 *
 * @see <a href="https://hl7.org/fhir/R4/questionnaire.html">FHIR R4 Questionnaire</a>
 */
record Questionnaire(String resourceType, String id, String language, String url, String version, String name,
        String title, String status, Boolean experimental, List<String> subjectType, String date, String publisher,
        String description, String purpose, List<JsonNode> item) {

    record Item(List<Extension> extension, String linkId, String text, String type, List<EnableWhen> enableWhen,
            String enableBehavior, Boolean required, Boolean repeats, List<AnswerOption> answerOption,
            List<JsonNode> item) {}

    record AnswerOption(List<Extension> extension, Coding valueCoding) {}

    record Coding(String code, String display) {}

    record EnableWhen(String question, String operator, Coding answerCoding, Boolean answerBoolean) {}

    record Extension(String url, List<Extension> extension, String valueCode, Integer valueInteger,
            Boolean valueBoolean) {}
}
