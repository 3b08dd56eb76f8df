package org.alongside.planning.transfer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.time.Ids;
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
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    TransferService(TransferRepository transfers, CaseService cases, NoteService notes, AccessGate gate,
            AccessContext access, Clock clock) {
        this.transfers = transfers;
        this.cases = cases;
        this.notes = notes;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code not-permitted} for others than the primary worker and supervisors; {@code conflict-of-interest} when the other
     *                 worker stands close to the client outside work; {@code conflicting-state} when the case is closed
     */
    public TransferView transfer(UUID caseId, String ifMatch, TransferCase asked) {
        Case of = cases.requireNotClosed(caseId);
        Etag.require(ifMatch, of.recordVersion());
        requireKeeperOrSupervisor(of);
        UUID note = notes.write(caseId, new WriteNote(NoteKind.HANDOVER, asked.handoverNote(), null));
        Transfer transfer = new Transfer(Ids.next(), of, asked.to(), note, access.caller().subject(),
                clock.instant());
        cases.transfer(caseId, asked.to());
        transfers.persistAndFlush(transfer);
        return transfer.view(gate.disclose(transfer));
    }

    /** Those of a case, the oldest first. */
    public List<TransferView> ofCase(UUID caseId) {
        cases.require(caseId);
        return transfers.ofCase(caseId).stream().flatMap(each -> gate.find(each).map(each::view).stream()).toList();
    }

    private void requireKeeperOrSupervisor(Case of) {
        Caller caller = access.caller();
        if (!caller.subject().equals(of.primaryWorker()) && !caller.roles().contains(Role.SUPERVISOR)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Only the primary worker or a supervisor transfers a case.");
        }
    }
}
