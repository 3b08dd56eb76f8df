package org.alongside.referral.opening;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

@ApplicationScoped
class HolidayRepository implements PanacheRepositoryBase<Holiday, LocalDate> {

    boolean isOne(LocalDate day) {
        return findById(day) != null;
    }

    List<Holiday> from(LocalDate day) {
        return list("day >= ?1", Sort.by("day"), day);
    }
}
