package org.alongside.intake.intake;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

@ApplicationScoped
class IntakeRepository implements ClientRecords<Intake> {

    List<Intake> of(List<UUID> clients) {
        return list("clientId in ?1 order by id", clients);
    }
}
