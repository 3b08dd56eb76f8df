package org.alongside.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class ProblemDocsTest {

    private static final String REFRESH = "mvn -q -pl service-kit -am test -Dtest=ProblemDocsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dalongside.docs=write";
    private static final Path PAGE = Path.of(System.getProperty("alongside.root"), "docs", "problems.md");

    @Test
    void thePageIsWhatTheEnumSays() throws IOException {
        if ("write".equals(System.getProperty("alongside.docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertTrue(Files.exists(PAGE), PAGE + " is missing. Write it with: " + REFRESH);
        assertEquals(page(), Files.readString(PAGE), PAGE + " is stale. Refresh it with: " + REFRESH);
    }

    @Test
    void codesAreKebabCaseAndUnique() {
        Pattern kebab = Pattern.compile("[a-z]+(-[a-z]+)*");
        assertTrue(Arrays.stream(ProblemType.values()).allMatch(type -> kebab.matcher(type.code()).matches()));
        assertEquals(ProblemType.values().length,
                Arrays.stream(ProblemType.values()).map(ProblemType::code).distinct().count());
    }

    private static String page() {
        String rows = Arrays.stream(ProblemType.values())
                .sorted(Comparator.comparing(ProblemType::status).thenComparing(ProblemType::code))
                .map(type -> "| `%s` | %d | %s | %s | %s |".formatted(type.code(), type.status(), type.title(),
                        type.meaning(), type.remedy()))
                .collect(Collectors.joining("\n"));
        return """
                # Problems

                Written from `ProblemType`; refresh with `%s`.

                Every error is a problem document of RFC 9457, `application/problem+json`. `type` is
                `urn:alongside:problem:<code>`: switch on it, never on the wording. No value that was sent comes back.
                Answers 503 carry `Retry-After` in seconds. Answers 404 are alike byte for byte whether a thing does
                not exist or is not visible to the caller.

                `violations` is a list of `{field, code, message}`; `field` is a JSON Pointer into the body, or
                `query:name`, `path:name`, `header:name`.

                | code | status | title | when | what to do |
                |---|---|---|---|---|
                %s
                """.formatted(REFRESH, rows);
    }
}
