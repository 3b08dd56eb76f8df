package org.alongside.intake.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.instrument.api.InstrumentSummary;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.Problem;

/** The instruments that assessments can be made with, and those that they were made with. */
@ApplicationScoped
@Transactional
public class Instruments {

    private final InstrumentRepository stored;
    private final NeedCategories categories;
    /** By hash, so that what is kept here cannot be out of date. */
    private final Map<String, Instrument> read = new ConcurrentHashMap<>();

    Instruments(InstrumentRepository stored, NeedCategories categories) {
        this.stored = stored;
        this.categories = categories;
    }

    public List<InstrumentSummary> all() {
        return stored.all().stream().map(StoredInstrument::summary).toList();
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
                sha256 -> InstrumentReader.read(row.summary().name(), row.source(), categories));
    }

    private Problem unknown(String name) {
        List<InstrumentSummary> all = all();
        List<String> versions = all.stream().filter(instrument -> instrument.name().equals(name))
                .map(InstrumentSummary::version).toList();
        return versions.isEmpty()
                ? Problem.unknownCode("/instrument", all.stream().map(InstrumentSummary::name).distinct().toList())
                : Problem.unknownCode("/version", versions);
    }
}
