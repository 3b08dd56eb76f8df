package org.alongside.intake.client;

import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A search by an agency that holds grants shows no more than its reads, and so neither does its silence. */
@QuarkusTest
class SearchByGrantTest {

    private static final String TOKENS = "select count(*) from client_token where client_id = ? and kind = ?";

    private final Database database = new Database("intake");
    private final String legalAid = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
    private final String mark = newMark();
    private UUID client;

    @BeforeEach
    void aClientOfFamilyServices() {
        client = registered(mark);
    }

    /** Someone who knows a number must not find out whose it is by asking: a violent partner's colleague, for one. */
    @ParameterizedTest
    @CsvSource({"{identity},1,0,0", "{contact},0,0,0", "'{identity,contact}',1,1,1", "{household},0,0,0"})
    void aValueFindsOnlyWhereItsPartIsGranted(String parts, int byName, int byNumber, int byBoth) throws SQLException {
        grant(parts, "TREAT");
        found(byName(), byName);
        found("{\"dateOfBirth\": \"1984-03-17\", \"givenNames\": \"Used-%s\"}".formatted(mark), byName);
        found("{\"contactPoint\": \"555-01%s\"}".formatted(mark), byNumber);
        found("{\"familyName\": \"Family-%1$s\", \"contactPoint\": \"555-01%1$s\"}".formatted(mark), byBoth);
    }

    @Test
    void withTheApplicationCheckOffRowLevelSecurityHidesTheTokensOfOtherParts() throws SQLException {
        grant("{identity}", "TREAT");
        assertEquals(1, database.countAs("intake_app", Tokens.LEGAL_AID, TOKENS, client, "family-name"));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, TOKENS, client, "contact-point"));
        assertEquals(1, database.countAs("intake_app", Tokens.FAMILY_SERVICES, TOKENS, client, "contact-point"));
    }

    @Test
    void aGrantForAnotherPurposeFindsNobodyAndLeavesNoTraceInThePages() throws SQLException {
        grant("{identity,contact}", "COC");
        search("?limit=1", byName()).body("items", hasSize(0)).body("next", nullValue());
    }

    /** Of many who share a name each page holds as many as it may, whoever else has the name. */
    @Test
    void pagesHoldThoseWhoMayBeSeenOnly() throws SQLException {
        registered(mark);
        grant("{identity}", "TREAT");
        search("?limit=1", byName()).body("items.clientId", equalTo(List.of(client.toString()))).body("next",
                nullValue());
    }

    private String byName() {
        return "{\"familyName\": \"Family-%s\"}".formatted(mark);
    }

    private void found(String body, int clients) {
        search("", body).body("items", hasSize(clients)).body("next", nullValue());
    }

    private ValidatableResponse search(String query, String body) {
        return as(legalAid).body(body).post("/v1/clients/search" + query).then().statusCode(200);
    }

    private void grant(String parts, String purpose) throws SQLException {
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, ?::text[], array[?], 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, parts, purpose, UUID.randomUUID(), UUID.randomUUID());
    }
}
