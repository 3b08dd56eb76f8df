package org.alongside.referral.directory;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.inject.Inject;

import org.alongside.kit.testing.Database;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DemoDirectoryTest {

    @Inject
    DemoDirectory demo;

    private final Database database = new Database("referral");

    @Test
    void loadingAgainChangesNothingButWhatWasWrongAndKeepsPlacesThatAreTaken() throws Exception {
        Directory.places(Directory.PROTECTION_LAW, 1);
        database.run("update service set name = 'Wrong' where id = ?", Directory.PROTECTION_LAW);
        String before = areas();
        demo.load();
        assertEquals(before, areas());
        assertEquals(1, Directory.places(Directory.PROTECTION_LAW));
        assertNotEquals("Wrong",
                given().get("/hsds/services/{id}", Directory.PROTECTION_LAW).then().extract().path("name"));
    }

    private String areas() {
        return database.strings("select count(*) || '/' || count(postal_codes) from service_area").get(0);
    }
}
