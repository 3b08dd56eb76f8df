package org.alongside.intake.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.instrument.api.InstrumentSummary;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;

/** The instruments that assessments can be made with, and those that they were made with. */
@ApplicationScoped
@Transactional
public class Instruments {

    private static final String LIST = "instrument.list";
    /** So many are named to somebody who asks for one that is not there. */
    private static final int MOST_NAMED = 100;

    private final InstrumentRepository stored;
    private final NeedCategories categories;
    private final Cursors cursors;
    /** By hash, so that what is kept here cannot be out of date. */
    private final Map<String, Instrument> read = new ConcurrentHashMap<>();

    Instruments(InstrumentRepository stored, NeedCategories categories, Cursors cursors) {
        this.stored = stored;
        this.categories = categories;
        this.cursors = cursors;
    }

    /** In the order of their names, then of their versions as text. */
    public Page<InstrumentSummary> list(PageRequest page) {
        List<String> last = page.cursor() == null ? List.of("", "") : cursors.open(LIST, null, page.cursor());
        return Page.of(stored.after(last.get(0), last.get(1), page.rowsToRead()), page, StoredInstrument::summary,
                row -> cursors.seal(LIST, null, row.summary().name(), row.summary().version()));
    }

    public Optional<Instrument> find(String name, String version) {
        return stored.find(name, version).map(this::instrument);
    }

    /** @throws Problem {@code unknown-code} at {@code /instrument} or {@code /version} with those that can be used */
    public Instrument require(String name, String version) {
        return find(name, version).orElseThrow(() -> unknown(name));
    }

    /** @param sha256 of an instrument that an assessment rests on */
    public Instrument used(String sha256) {
        Instrument known = read.get(sha256);
        return known == null ? instrument(stored.findById(sha256)) : known;
    }

    private Instrument instrument(StoredInstrument row) {
        return read.computeIfAbsent(row.sha256(),
                sha256 -> InstrumentReader.read(row.source(), categories).require(row.summary().name()));
    }

    private Problem unknown(String name) {
        List<InstrumentSummary> all = stored.newest(MOST_NAMED).stream().map(StoredInstrument::summary).toList();
        List<String> versions = all.stream().filter(instrument -> instrument.name().equals(name))
                .map(InstrumentSummary::version).toList();
        return versions.isEmpty()
                ? Problem.unknownCode("/instrument", all.stream().map(InstrumentSummary::name).distinct().toList())
                : Problem.unknownCode("/version", versions);
    }
}
