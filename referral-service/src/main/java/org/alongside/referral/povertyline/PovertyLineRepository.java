package org.alongside.referral.povertyline;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

@ApplicationScoped
class PovertyLineRepository implements PanacheRepositoryBase<PovertyLine, PovertyLine.Key> {

    List<PovertyLine> all() {
        return listAll(Sort.by("name", "validFrom"));
    }

    /** Of each name the newest that has begun, and older ones before it. */
    List<PovertyLine> begun(LocalDate day) {
        return list("validFrom <= ?1", Sort.by("name", "validFrom"), day);
    }
}
