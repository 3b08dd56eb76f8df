package org.alongside.referral.opening;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A day on which timetables tell nothing. */
@Entity
@Table(name = "holiday")
class Holiday {

    @Id
    private LocalDate day;

    private String name;

    protected Holiday() {}

    Holiday(LocalDate day) {
        this.day = day;
    }

    void call(String newName) {
        name = newName;
    }

    LocalDate day() {
        return day;
    }

    String name() {
        return name;
    }
}
