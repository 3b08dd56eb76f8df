package org.alongside.referral.directorychange;

import static io.restassured.RestAssured.given;

import java.sql.SQLException;
import java.util.UUID;

import org.alongside.kit.testing.Database;
import org.alongside.referral.hsds.HsdsEntity;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Changes of the directory as agencies propose and decide them, for tests. */
public final class DirectoryChanges {

    static final String PATH = "/v1/directory/changes";

    private static final Database DATABASE = new Database("referral");

    private DirectoryChanges() {}

    /** @param values JSON members */
    public static Response propose(String token, HsdsEntity entity, Object entry, String values) {
        return given().auth().oauth2(token).contentType("application/json")
                .body("{\"entity\": \"%s\", \"entryId\": \"%s\", \"values\": {%s}}".formatted(entity.table(), entry,
                        values))
                .post(PATH);
    }

    static String proposed(String token, HsdsEntity entity, Object entry, String values) {
        return propose(token, entity, entry, values).then().statusCode(201).extract().path("id");
    }

    static ValidatableResponse read(String token, String id) {
        return given().auth().oauth2(token).get(PATH + "/" + id).then();
    }

    /** With the version that the caller reads before. */
    static ValidatableResponse command(String token, String id, String command) {
        String etag = given().auth().oauth2(token).get(PATH + "/" + id).getHeader("ETag");
        return given().auth().oauth2(token).header("If-Match", etag == null ? "\"0\"" : etag)
                .contentType("application/json")
                .body(command.equals("decline") ? "{\"reason\": \"It is right as it is.\"}" : "")
                .post(PATH + "/" + id + "/" + command).then();
    }

    /** Puts an entry back as it was. */
    public static void forget(HsdsEntity entity, UUID entry, String field, String value) throws SQLException {
        DATABASE.run("update " + entity.table() + " set " + field + " = ("
                + "jsonb_populate_record(null::" + entity.table() + ", jsonb_build_object('" + field + "', ?::text)))."
                + field + " where id = ?", value, entry);
        DATABASE.run("delete from metadata where resource_id = ?", entry);
        DATABASE.run("delete from directory_override where row_id = ?", entry);
        DATABASE.run("delete from directory_change where entry_id = ?", entry);
    }
}
