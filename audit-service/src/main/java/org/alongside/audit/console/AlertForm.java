package org.alongside.audit.console;

import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.alongside.audit.alert.AlertQuery;
import org.alongside.audit.alert.AlertStatus;
import org.alongside.audit.alert.rule.RuleCode;
import org.alongside.kit.problem.Problem;

/**
 * Which alerts are asked for. Codes only, so that it may stand in an address.
 *
 * @param status of the alerts; absent asks for the open ones, empty for any
 * @param rule   that raised them; empty asks for any
 * @param cursor of the page that follows, as in the API
 */
public record AlertForm(@QueryParam("status") String status, @QueryParam("rule") String rule,
        @QueryParam("cursor") String cursor) {

    public AlertForm {
        status = status == null ? AlertStatus.OPEN.code() : status;
    }

    /** @throws Problem {@code unknown-code} naming the field that is wrong */
    AlertQuery query() {
        return new AlertQuery(Fields.code("status", status, AlertStatus.class),
                Fields.code("rule", rule, RuleCode.class), null, null, null);
    }

    public List<String> statuses() {
        return Fields.codes(AlertStatus.class);
    }

    public List<String> rules() {
        return Fields.codes(RuleCode.class);
    }
}
