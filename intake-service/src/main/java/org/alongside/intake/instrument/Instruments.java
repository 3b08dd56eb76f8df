package org.alongside.intake.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.Problem;

import io.quarkus.runtime.Startup;

/** The instruments that this service was started with. A faulty one stops the start: nobody is asked half a question. */
@Startup
@ApplicationScoped
public class Instruments {

    private final Map<String, Instrument> byNameAndVersion = new LinkedHashMap<>();

    /** @throws InvalidInstrument when a file is missing or faulty, or two files are the same version */
    Instruments(InstrumentConfig config, NeedCategories categories) {
        config.files().forEach(file -> add(file, InstrumentReader.read(file, source(file), categories)));
    }

    public Collection<Instrument> all() {
        return byNameAndVersion.values();
    }

    public Optional<Instrument> find(String name, String version) {
        return Optional.ofNullable(byNameAndVersion.get(key(name, version)));
    }

    /** @throws Problem {@code unknown-code} at {@code /instrument} or {@code /version} with those that can be used */
    public Instrument require(String name, String version) {
        return find(name, version).orElseThrow(() -> {
            List<String> versions = all().stream().filter(instrument -> instrument.name().equals(name))
                    .map(Instrument::version).toList();
            return versions.isEmpty()
                    ? Problem.unknownCode("/instrument", all().stream().map(Instrument::name).distinct().toList())
                    : Problem.unknownCode("/version", versions);
        });
    }

    private void add(String file, Instrument instrument) {
        if (byNameAndVersion.put(key(instrument.name(), instrument.version()), instrument) != null) {
            throw new Place(file, null).fault(
                    "another file already holds version " + instrument.version() + " of " + instrument.name());
        }
    }

    private static String key(String name, String version) {
        return name + "/" + version;
    }

    private static String source(String file) {
        String place = "instruments/" + file + ".json";
        try (InputStream source = Instruments.class.getClassLoader().getResourceAsStream(place)) {
            if (source == null) {
                throw new Place(file, null).fault("add " + place + " to the class path, or take it from the setting"
                        + " alongside.instruments.files");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new Place(file, null).fault(place + " cannot be read");
        }
    }
}
