package org.alongside.audit.disclosureaccount;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.alongside.audit.disclosureaccount.AccountRepository.Period;
import org.alongside.audit.disclosureaccount.AccountRepository.Place;
import org.alongside.audit.disclosureaccount.api.AccountLine;
import org.alongside.audit.disclosureaccount.api.AskAccount;
import org.alongside.audit.disclosureaccount.api.DisclosureAccount;
import org.alongside.audit.disclosurenote.NoteService;
import org.alongside.audit.disclosurenote.api.NoteView;
import org.alongside.kit.agency.AgencyDirectory;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** Tells a client who outside the home agency saw what, when, why and on which basis. Each page read is an access and in the log. */
@ApplicationScoped
@Transactional
public class AccountService {

    private static final String READ = "disclosure-account.read";
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final AccountedClients clients;
    private final AccountRepository log;
    private final LineMapper lines;
    private final SummaryReader summaries;
    private final NoteService notes;
    private final AgencyDirectory agencies;
    private final Cursors cursors;

    AccountService(AccountedClients clients, AccountRepository log, LineMapper lines, SummaryReader summaries,
            NoteService notes,
            AgencyDirectory agencies, Cursors cursors) {
        this.clients = clients;
        this.log = log;
        this.lines = lines;
        this.summaries = summaries;
        this.notes = notes;
        this.agencies = agencies;
        this.cursors = cursors;
    }

    /**
     * @throws Problem {@code not-found} when the log names no such client of the caller's agency; {@code invalid-input} when to is not
     *                 after from
     */
    public DisclosureAccount page(AskAccount ask, PageRequest request) {
        Period period = period(ask);
        AccountWords words = new AccountWords(ask.language());
        Start start = start(ask, period, request.cursor());
        AccountedClient client = clients.open(ask.client(), start.logSize());
        List<Tuple> rows = log.lines(client, period, start.last(), request.rowsToRead());
        Map<Long, List<NoteView>> said = notes.onEntries(client.recordIds(),
                rows.stream().limit(request.limit()).map(AccountService::place).toList());
        Page<AccountLine> page = Page.of(rows, request,
                row -> lines.line(row, words, said.getOrDefault(place(row), List.of())),
                row -> cursor(ask, start.logSize(), row));
        return new DisclosureAccount(client.clientId(), client.replaces(), client.homeAgency(),
                agencies.nameOf(client.homeAgency()),
                ask.from(), ask.to(), log.keptFrom(), ask.language(), client.logSize(),
                request.cursor() == null ? summaries.read(client, period, words) : null, page.items(), page.next());
    }

    /** The same with all its lines, for a page to print. */
    AccountPages pages(AskAccount ask) {
        period(ask);
        return new AccountPages(cursor -> page(ask, new PageRequest(PageRequest.MAX_LIMIT, cursor)));
    }

    private static Period period(AskAccount ask) {
        Period period = new Period(ask.from() == null ? BEGINNING : ask.from(), ask.to() == null ? END : ask.to());
        if (!period.to().isAfter(period.from())) {
            throw Problem.invalid(new Violation("/to", "range", "must be after from"));
        }
        return period;
    }

    private Start start(AskAccount ask, Period period, String cursor) {
        if (cursor == null) {
            return new Start(clients.logSize(), new Place(period.from(), -1));
        }
        List<String> parts = cursors.open(READ, ask, cursor);
        return new Start(Long.parseLong(parts.get(0)),
                new Place(Instant.parse(parts.get(1)), Long.parseLong(parts.get(2))));
    }

    private String cursor(AskAccount ask, long logSize, Tuple row) {
        return cursors.seal(READ, ask, Long.toString(logSize), row.get("accessed", Instant.class).toString(),
                Long.toString(place(row)));
    }

    private static Long place(Tuple row) {
        return row.get("place", Long.class);
    }

    /**
     * Where a page begins.
     *
     * @param logSize entries in the log at the first page
     */
    private record Start(long logSize, Place last) {}
}
