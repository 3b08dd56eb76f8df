package org.alongside.referral.datapackage;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Imports as a system administrator does them, for tests. */
final class Imports {

    private static final Database DATABASE = new Database("referral");

    private Imports() {}

    static String token() {
        return Tokens.token(Tokens.OVERSIGHT, Role.SYSTEM_ADMIN);
    }

    static Response send(String source, String file, byte[] content) {
        return given().auth().oauth2(token()).contentType("application/octet-stream").queryParam("source", source)
                .queryParam("file", file).body(content).post("/v1/directory/imports");
    }

    /** The report of an import that has ended. */
    static JsonPath of(String source, String file, byte[] content) {
        String place = place(source, file, content);
        for (long end = System.nanoTime() + 120_000_000_000L; System.nanoTime() < end;) {
            JsonPath view = given().auth().oauth2(token()).get(place).then().statusCode(200).extract().jsonPath();
            if (!view.getString("status").equals("running")) {
                return view;
            }
            pause();
        }
        throw new IllegalStateException("The import still runs");
    }

    /** REST Assured would copy the body many times. */
    private static String place(String source, String file, byte[] content) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                + "/v1/directory/imports?source=" + source + "&file=" + file))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(content)).build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertEquals(202, answer.statusCode(), answer.body());
            return answer.headers().firstValue("Location").orElseThrow();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static JsonPath of(String source, String file, String content) {
        return of(source, file, content.getBytes(StandardCharsets.UTF_8));
    }

    static JsonPath ofZip(String source, Map<String, String> files) {
        return of(source, "package.zip", zip(files));
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The files of a folder by their names. */
    static Map<String, String> folder(Path folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    /** How often a code was found. */
    static int count(JsonPath report, String code) {
        Integer count = report.get("issues.find { it.code == '" + code + "' }?.count");
        return count == null ? 0 : count;
    }

    static List<Map<String, Object>> issues(JsonPath report, String code) {
        return given().auth().oauth2(token()).queryParam("limit", 200)
                .get("/v1/directory/imports/" + report.getString("id") + "/issues")
                .then().statusCode(200).extract().path("items.findAll { it.code == '" + code + "' }");
    }

    /** All rows of a source, in every column of HSDS and of the suite that an import can tell. */
    static Map<HsdsEntity, List<String>> rows(String source) {
        Map<HsdsEntity, List<String>> all = new LinkedHashMap<>();
        for (HsdsEntity entity : HsdsEntity.values()) {
            String columns = entity.columns().stream().map(HsdsColumn::name)
                    .map(name -> "'" + name + "', t.\"" + name + "\"")
                    .collect(Collectors.joining(", "));
            all.put(entity,
                    DATABASE.strings(
                            "select jsonb_build_object('id', t.id, 'gone', t.x_vanished_at is not null, " + columns
                                    + ")::text from " + entity.table() + " t where x_source = ? order by id",
                            source));
        }
        return all;
    }

    static void forget(String source) throws SQLException {
        List<HsdsEntity> childrenFirst = new ArrayList<>(List.of(HsdsEntity.values()));
        Collections.reverse(childrenFirst);
        for (HsdsEntity entity : childrenFirst) {
            DATABASE.run("delete from " + entity.table() + " where x_source = ?", source);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
