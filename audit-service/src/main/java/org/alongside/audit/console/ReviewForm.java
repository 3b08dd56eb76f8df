package org.alongside.audit.console;

import jakarta.ws.rs.FormParam;

import org.alongside.audit.alert.Ground;
import org.alongside.audit.alert.Verdict;
import org.alongside.audit.alert.api.ReviewAlert;
import org.alongside.kit.problem.Problem;

/**
 * A review as a browser sends it.
 *
 * @param version of the alert that the page showed
 */
public record ReviewForm(@FormParam("verdict") String verdict, @FormParam("ground") String ground,
        @FormParam("version") String version) {

    static final ReviewForm EMPTY = new ReviewForm(null, null, null);

    /** @throws Problem {@code invalid-input} or {@code unknown-code} naming the field that is missing or wrong */
    ReviewAlert review() {
        return new ReviewAlert(Fields.required("verdict", Fields.code("verdict", verdict, Verdict.class)),
                Fields.required("ground", Fields.code("ground", ground, Ground.class)));
    }

    /**
     * Nobody judges an alert in a state that they have not seen.
     *
     * @throws Problem {@code invalid-input} when the version is missing or no number
     */
    long readVersion() {
        return Fields.required("version", Fields.read("version", version, Long::valueOf, "must be a number"));
    }
}
