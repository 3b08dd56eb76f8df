package org.alongside.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.alongside.local.demo.Accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Sends a directory to the running suite, as its system administrator, and shows how it goes and what came of it. */
final class DirectoryImport {

    private static final String ADMIN = "system-admin.oversight";
    private static final String PATH = "/v1/directory/imports";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int EXAMPLES = 3;

    private final URI referral;
    private final Accounts accounts;
    private final HttpClient http;
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();

    DirectoryImport(LocalStack stack, PrintStream out) {
        this.referral = stack.service("referral").base();
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2))
                .build();
        this.accounts = new Accounts(stack.keycloak().tokenEndpoint(), http);
        this.out = out;
    }

    /**
     * @param path   folder, ZIP archive, JSON or CSV file
     * @param source name under which the rows are kept; null for that of the path
     * @return whether all of it is in the directory
     * @throws StackException when it cannot be sent
     */
    boolean run(Path path, String source) {
        if (!Files.exists(path)) {
            throw new StackException("There is no " + path + ": name a folder, a ZIP archive, a JSON or a CSV file.");
        }
        String name = source == null ? sourceOf(path) : source;
        try {
            Path file = Files.isDirectory(path) ? zipped(path) : path;
            try {
                out.println("Importing " + path + " under the name " + name);
                return follow(send(file, name));
            } finally {
                if (!file.equals(path)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new StackException(
                    "Cannot read " + path + ", or referral-service does not answer at " + referral + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** The name of the file or folder, in the letters that a source may have. */
    static String sourceOf(Path path) {
        String file = path.toAbsolutePath().normalize().getFileName().toString().toLowerCase(Locale.ROOT);
        String name = file.replaceFirst("\\.(zip|json|csv)$", "").replaceAll("[^a-z0-9._-]+", "-")
                .replaceFirst("^[._-]+", "");
        return name.isEmpty() ? "import" : name.substring(0, Math.min(name.length(), 63));
    }

    private static Path zipped(Path folder) throws IOException {
        Path archive = Files.createTempFile("directory", ".zip");
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(path.getFileName().toString()));
                Files.copy(path, zip);
            }
        }
        return archive;
    }

    private String send(Path file, String source) throws IOException {
        String query = "?source=" + source + "&file=" + URLEncoder.encode(fileName(file), StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = exchange(request(PATH + query).header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file)).build());
        if (answer.statusCode() != 202) {
            throw new StackException("The import was not taken (" + answer.statusCode() + "): "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String fileName(Path file) {
        return file.getFileName().toString().replaceAll("[^\\w. -]", "_");
    }

    private boolean follow(String place) throws IOException {
        String step = "";
        JsonNode report = read(place);
        while (report.get("status").asText().equals("running")) {
            String now = report.get("step").asText() + ", rows read: " + rows(report);
            if (!now.equals(step)) {
                out.println("  " + now);
            }
            step = now;
            pause();
            report = read(place);
        }
        show(report, place);
        return report.get("status").asText().equals("done");
    }

    private void show(JsonNode report, String place) throws IOException {
        out.println();
        report.get("files")
                .forEach(file -> out.printf("  %7d rows  %s%n", file.get("rows").asLong(), file.get("file").asText()));
        out.println();
        if (report.hasNonNull("refusal")) {
            out.println("Nothing was taken. " + report.get("refusal").asText());
            return;
        }
        out.printf("In the directory: %d new, %d changed, %d as they were, %d no longer told (kept and marked)%n%n",
                report.get("added").asLong(), report.get("changed").asLong(), report.get("unchanged").asLong(),
                report.get("vanished").asLong());
        for (JsonNode kind : report.get("issues")) {
            kind(kind, read(place + "/issues?limit=" + EXAMPLES + "&code=" + kind.get("code").asText()).get("items"));
        }
        out.println("All of it, row by row: GET " + referral.resolve(place) + "/issues");
    }

    private void kind(JsonNode kind, JsonNode examples) {
        out.printf("%-7s %6d  %s%n                %s%n                %s%n", kind.get("severity").asText(),
                kind.get("count").asLong(), kind.get("code").asText(), kind.get("meaning").asText(),
                kind.get("remedy").asText());
        List<String> some = new ArrayList<>();
        examples.forEach(issue -> some.add(where(issue)));
        if (!some.isEmpty()) {
            out.println("                such as " + String.join("; ", some));
        }
    }

    private static String where(JsonNode issue) {
        return issue.get("file").asText() + (issue.hasNonNull("line") ? " line " + issue.get("line").asText() : "")
                + (issue.hasNonNull("field") ? " " + issue.get("field").asText() : "");
    }

    private static long rows(JsonNode report) {
        long rows = 0;
        for (JsonNode file : report.get("files")) {
            rows += file.get("rows").asLong();
        }
        return rows;
    }

    private JsonNode read(String path) throws IOException {
        return json.readTree(exchange(request(path).GET().build()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(referral.resolve(path)).header("Authorization",
                "Bearer " + accounts.token(ADMIN));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for referral-service", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for the import", e);
        }
    }
}
