package org.alongside.planning.transfer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.caseload.CaseloadService;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.note.NoteKind;
import org.alongside.planning.note.NoteService;
import org.alongside.planning.note.api.WriteNote;
import org.alongside.planning.transfer.api.TransferCase;
import org.alongside.planning.transfer.api.TransferView;

/** Gives cases from one primary worker to another, never without a handover. */
@ApplicationScoped
@Transactional
public class TransferService {

    private final TransferRepository transfers;
    private final CaseService cases;
    private final NoteService notes;
    private final CaseloadService caseloads;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    TransferService(TransferRepository transfers, CaseService cases, NoteService notes, CaseloadService caseloads,
            SealedJson sealed, AccessGate gate,
            AccessContext access, Clock clock) {
        this.transfers = transfers;
        this.cases = cases;
        this.notes = notes;
        this.caseloads = caseloads;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code not-permitted} for others than the primary worker and supervisors; {@code caseload-full}; {@code conflict-of-interest} when the other
     *                 worker stands close to the client outside work; {@code conflicting-state} when the case is closed
     */
    public TransferView transfer(UUID caseId, String ifMatch, TransferCase asked) {
        Case of = cases.requireNotClosed(caseId);
        Etag.require(ifMatch, of.recordVersion());
        requireKeeperOrSupervisor(of);
        caseloads.requireRoom(asked.to(), of.weight(), isOverride(asked));
        UUID note = notes.write(caseId, new WriteNote(NoteKind.HANDOVER, asked.handoverNote(), null));
        Transfer transfer = new Transfer(Ids.next(), of, asked.to(), note, sealed(of, asked), access.caller().subject(),
                clock.instant());
        cases.transfer(caseId, asked.to());
        transfers.persistAndFlush(transfer);
        return view(transfer, gate.disclose(transfer));
    }

    /** Those of a case, the oldest first. */
    public List<TransferView> ofCase(UUID caseId) {
        cases.require(caseId);
        return transfers.ofCase(caseId).stream()
                .flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream()).toList();
    }

    /** More than the limit is for a supervisor to give, and to say why. */
    private boolean isOverride(TransferCase asked) {
        if (asked.overrideReason() != null && !access.caller().roles().contains(Role.SUPERVISOR)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Only a supervisor gives a worker more than the limit.");
        }
        return asked.overrideReason() != null;
    }

    private byte[] sealed(Case of, TransferCase asked) {
        return asked.overrideReason() == null
                ? null
                : sealed.seal(of.clientId(), Transfer.OVERRIDE_REASON, asked.overrideReason());
    }

    private TransferView view(Transfer of, Disclosure disclosure) {
        return of.view(disclosure,
                sealed.open(disclosure, Part.PLAN, Transfer.OVERRIDE_REASON, of.overrideReason(), String.class));
    }

    private void requireKeeperOrSupervisor(Case of) {
        Caller caller = access.caller();
        if (!caller.subject().equals(of.primaryWorker()) && !caller.roles().contains(Role.SUPERVISOR)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Only the primary worker or a supervisor transfers a case.");
        }
    }
}
