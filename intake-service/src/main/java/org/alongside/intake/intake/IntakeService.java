package org.alongside.intake.intake;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.ClientService;
import org.alongside.intake.intake.api.IntakeView;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.http.Etag;
import org.alongside.kit.time.Ids;

@ApplicationScoped
@Transactional
public class IntakeService {

    private final IntakeRepository intakes;
    private final IntakeEvents events;
    private final ClientService clients;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    IntakeService(IntakeRepository intakes, IntakeEvents events, ClientService clients, AccessGate gate,
            AccessContext access, Clock clock) {
        this.intakes = intakes;
        this.events = events;
        this.clients = clients;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    public UUID open(UUID clientId) {
        Intake intake = new Intake(Ids.next(), clients.requireOwnToBegin(clientId), access.caller().subject(),
                clock.instant());
        intakes.persist(intake);
        intakes.flush();
        events.opened(intake);
        return intake.recordId();
    }

    public IntakeView read(UUID intakeId) {
        return view(intakes.require(intakeId));
    }

    /** @param clients records of one person */
    public List<IntakeView> of(List<UUID> clients) {
        return intakes.of(clients).stream().map(this::view).toList();
    }

    public IntakeView complete(UUID intakeId, String ifMatch) {
        return change(intakeId, ifMatch, intake -> intake.complete(clock.instant()), events::completed);
    }

    public IntakeView withdraw(UUID intakeId, String ifMatch) {
        return change(intakeId, ifMatch, intake -> intake.withdraw(clock.instant()), events::withdrawn);
    }

    private IntakeView change(UUID intakeId, String ifMatch, Consumer<Intake> command, Consumer<Intake> event) {
        Intake intake = intakes.requireForChange(intakeId);
        gate.disclose(intake);
        Etag.require(ifMatch, intake.recordVersion());
        command.accept(intake);
        intakes.flush();
        event.accept(intake);
        return view(intake);
    }

    private IntakeView view(Intake intake) {
        Disclosure disclosure = gate.disclose(intake);
        return new IntakeView(intake.recordId(), intake.clientId(), intake.homeAgency(), intake.status(),
                intake.worker(),
                intake.openedAt(), intake.endedAt(), disclosure.parts(), intake.recordVersion());
    }
}
