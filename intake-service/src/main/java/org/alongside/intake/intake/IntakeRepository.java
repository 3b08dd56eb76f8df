package org.alongside.intake.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

@ApplicationScoped
class IntakeRepository implements ClientRecords<Intake> {}
