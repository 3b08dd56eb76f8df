package org.alongside.referral.povertyline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.alongside.referral.povertyline.api.PovertyLineContent;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Never changed: what was matched under it stays explainable. */
@Entity
@Immutable
@Table(name = "poverty_line")
@IdClass(PovertyLine.Key.class)
class PovertyLine {

    @Id
    private String name;

    @Id
    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(nullable = false)
    private String currency;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private List<BigDecimal> amounts;

    @Column(name = "each_further", nullable = false)
    private BigDecimal eachFurther;

    @Column(nullable = false)
    private String source;

    protected PovertyLine() {}

    PovertyLine(Key key, PovertyLineContent content) {
        this.name = key.name();
        this.validFrom = key.validFrom();
        this.currency = content.currency();
        this.amounts = content.amounts();
        this.eachFurther = content.eachFurther();
        this.source = content.source();
    }

    String name() {
        return name;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    PovertyLineContent content() {
        return new PovertyLineContent(currency, List.copyOf(amounts), eachFurther, source);
    }

    record Key(String name, LocalDate validFrom) implements Serializable {}
}
