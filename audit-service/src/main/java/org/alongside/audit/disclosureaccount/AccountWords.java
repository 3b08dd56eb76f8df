package org.alongside.audit.disclosureaccount;

import org.alongside.audit.disclosureaccount.api.Language;
import org.alongside.audit.disclosurenote.api.NoteKind;
import org.alongside.kit.print.Words;

/** The words of an account in one language, from {@code words_<language>.properties}. */
public final class AccountWords extends Words {

    AccountWords(Language language) {
        super(language.locale(),
                onClassPath("/org/alongside/audit/disclosureaccount/words_" + language.code() + ".properties"));
    }

    public String noteKind(NoteKind kind) {
        return of("note", kind.code());
    }

    /** @param attempts from outside that were refused */
    public String refused(long attempts) {
        return sentence("refused", attempts);
    }
}
