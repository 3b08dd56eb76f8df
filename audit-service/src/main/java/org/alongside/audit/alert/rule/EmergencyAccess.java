package org.alongside.audit.alert.rule;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.work.Access;

/**
 * Every emergency access, by its basis in the log: breaking the glass is allowed and noisy. The alert is the review that is due in 72
 * hours; left open longer it raises another, {@link RuleCode#UNREVIEWED_EMERGENCY}.
 */
@ApplicationScoped
class EmergencyAccess implements AlertRule {

    @Override
    public Optional<Finding> judge(Access access, Facts facts) {
        return access.opensRecord() && access.isEmergency()
                ? Optional.of(Finding.ofClient(RuleCode.EMERGENCY_ACCESS, access,
                        "This client was opened by emergency access: a review is due within 72 hours."))
                : Optional.empty();
    }
}
