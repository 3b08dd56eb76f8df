package org.alongside.intake.intake;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class IntakeRepository implements PanacheRepositoryBase<Intake, UUID> {

    Intake require(UUID intakeId) {
        return findByIdOptional(intakeId).orElseThrow(Problem::notFound);
    }

    Intake requireForChange(UUID intakeId) {
        return findByIdOptional(intakeId, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }
}
