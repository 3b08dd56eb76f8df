package org.alongside.audit.disclosureaccount;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.alongside.audit.disclosureaccount.AccountRepository.Period;
import org.alongside.audit.disclosureaccount.api.AccountSummary;
import org.alongside.audit.disclosureaccount.api.AccountSummary.Inside;
import org.alongside.audit.disclosureaccount.api.AccountSummary.Outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Counts the accesses to one client. */
@ApplicationScoped
class SummaryReader {

    private static final TypeReference<List<String>> ROLES = new TypeReference<>() {
    };

    private final AccountRepository log;
    private final LineMapper lines;
    private final ObjectMapper json;

    SummaryReader(AccountRepository log, LineMapper lines, ObjectMapper json) {
        this.log = log;
        this.lines = lines;
        this.json = json;
    }

    AccountSummary read(AccountedClient client, Period period, AccountWords words) {
        return new AccountSummary(log.outside(client, period).stream().map(row -> outside(row, words)).toList(),
                log.inside(client, period).stream().map(row -> inside(row, words)).toList(),
                log.refused(client, period));
    }

    private Outside outside(Tuple row, AccountWords words) {
        UUID agency = row.get("agency", UUID.class);
        return new Outside(agency, lines.agency(agency, words), row.get("accesses", Long.class),
                row.get("emergencies", Long.class), row.get("earliest", Instant.class),
                row.get("latest", Instant.class));
    }

    private Inside inside(Tuple row, AccountWords words) {
        List<String> roles = roles(row.get("roles", String.class));
        String purpose = row.get("purpose", String.class);
        String who = "system".equals(row.get("kind", String.class))
                ? words.text("automatic")
                : words.ofAll("role", roles);
        return new Inside(roles, purpose, who, words.of("purpose", purpose), row.get("accesses", Long.class));
    }

    private List<String> roles(String array) {
        try {
            return array == null ? List.of() : json.readValue(array, ROLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Roles in an entry of the log are no list of codes");
        }
    }
}
