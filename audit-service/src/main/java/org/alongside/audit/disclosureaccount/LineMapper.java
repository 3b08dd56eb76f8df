package org.alongside.audit.disclosureaccount;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.alongside.audit.disclosureaccount.api.AccountLine;
import org.alongside.audit.disclosureaccount.api.AccountLine.LineWords;
import org.alongside.audit.disclosurenote.api.NoteView;
import org.alongside.auditlog.LogEntry;
import org.alongside.kit.access.AccessEvent;
import org.alongside.kit.agency.AgencyDirectory;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes a line from the bytes of its entry, so that what is told is what can be proved. */
@ApplicationScoped
class LineMapper {

    private static final String EMERGENCY = "emergency";

    private final ObjectMapper json;
    private final AgencyDirectory agencies;

    LineMapper(ObjectMapper json, AgencyDirectory agencies) {
        this.json = json;
        this.agencies = agencies;
    }

    AccountLine line(Tuple row, AccountWords words, List<NoteView> notes) {
        long index = row.get("place", Long.class);
        AccessEvent event = event(index, row.get("bytes", byte[].class));
        LineWords said = words(event, words);
        return new AccountLine(event.client(), index, event.at(), event.agency(), orNone(event.roles()),
                orNone(event.parts()), event.op(), event.purpose(), event.basis(), event.basisId(),
                EMERGENCY.equals(event.basis()), said, sentence(event, said, words),
                HexFormat.of().formatHex(row.get("hash", byte[].class)), "/v1/log-entries/" + index + "/proof", notes);
    }

    private LineWords words(AccessEvent event, AccountWords words) {
        return new LineWords(words.time(event.at()), agency(event.agency(), words),
                words.ofAll("role", orNone(event.roles())), words.of("operation", event.op()),
                words.ofAll("part", orNone(event.parts())), words.of("purpose", event.purpose()),
                words.of("basis", event.basis()));
    }

    String agency(UUID agency, AccountWords words) {
        return agency == null ? words.text("no-agency") : agencies.nameOf(agency);
    }

    private static String sentence(AccessEvent event, LineWords said, AccountWords words) {
        return words.sentence(EMERGENCY.equals(event.basis()) ? "emergency" : "line", said.when(), said.agency(),
                said.role(), said.did(), said.saw(), said.why(), said.allowedBy());
    }

    private AccessEvent event(long index, byte[] entry) {
        try {
            return json.readValue(LogEntry.parse(entry).payload(), AccessEvent.class);
        } catch (IOException e) {
            throw new IllegalStateException("Entry " + index + " is not what was appended: its payload cannot be read");
        }
    }

    private static List<String> orNone(List<String> list) {
        return list == null ? List.of() : list;
    }
}
