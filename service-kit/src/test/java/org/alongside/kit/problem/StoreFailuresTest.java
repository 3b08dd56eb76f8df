package org.alongside.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Optional;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "25P03", "08006", "08001", "53100", "53300", "57P01", "57P03", "25006",
            "58030", "40P01"})
    void meansTryAgain(String state) {
        assertTrue(StoreFailures.unavailable(new PersistenceException(new SQLException("", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "42P01", "22021", "57000", ""})
    void meansNoSuchThing(String state) {
        assertFalse(StoreFailures.unavailable(new SQLException("", state)));
    }

    @Test
    void poolTimeoutIsToldByItsMessage() {
        assertTrue(StoreFailures.unavailable(new SQLException("Sorry, acquisition timeout!")));
        assertTrue(StoreFailures.unavailable(new SQLException("Acquisition timeout while waiting for new connection")));
    }

    @Test
    void reasonOfAFailedCommitIsFoundAmongTheSuppressed() {
        RuntimeException commit = new RuntimeException();
        commit.addSuppressed(new PersistenceException(new SQLException("", "23505")));
        assertTrue(StoreFailures.uniqueViolation(commit));
        assertEquals(Optional.of("23505"), StoreFailures.sqlState(commit));
    }

    @Test
    void causesInACircleEnd() {
        RuntimeException one = new RuntimeException();
        one.initCause(new RuntimeException(one));
        assertFalse(StoreFailures.unavailable(one));
    }

    @Test
    void staleVersionAndLockTimeout() {
        assertTrue(StoreFailures.staleVersion(new RuntimeException(new OptimisticLockException())));
        assertTrue(StoreFailures.lockTimeout(new RuntimeException(new SQLException("", "55P03"))));
        assertFalse(StoreFailures.lockTimeout(new SQLException("", "57014")));
    }
}
