package org.alongside.intake.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.alongside.kit.need.NeedCategories;

import io.quarkus.runtime.StartupEvent;

/** The instruments that come with the suite, as they stand in its files. */
@ApplicationScoped
class ShippedInstruments {

    private final InstrumentConfig config;
    private final NeedCategories categories;

    ShippedInstruments(InstrumentConfig config, NeedCategories categories) {
        this.config = config;
        this.categories = categories;
    }

    /** A faulty file stops the start: nobody is asked half a question. */
    void store(@Observes StartupEvent started, InstrumentLoading loading) {
        loading.load(all());
    }

    /** @throws InvalidInstrument when a file is missing or faulty */
    List<Instrument> all() {
        return config.files().stream().map(file -> InstrumentReader.read(source(file), categories).require(file))
                .toList();
    }

    private static byte[] source(String file) {
        String place = "instruments/" + file + ".json";
        try (InputStream source = ShippedInstruments.class.getClassLoader().getResourceAsStream(place)) {
            if (source == null) {
                throw new InvalidInstrument(
                        "Instrument " + file + ": add " + place + " to the class path, or take it from the setting"
                                + " alongside.instruments.files");
            }
            return source.readAllBytes();
        } catch (IOException failure) {
            throw new InvalidInstrument("Instrument " + file + ": " + place + " cannot be read");
        }
    }
}
