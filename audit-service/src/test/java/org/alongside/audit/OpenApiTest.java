package org.alongside.audit;

import java.io.IOException;

import org.alongside.kit.testing.OpenApiDocument;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentInTheRepositoryIsTheOneServed() throws IOException {
        OpenApiDocument.check();
    }
}
