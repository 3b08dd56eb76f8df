package org.alongside.planning.assent;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** That somebody assented, when and how. */
@Embeddable
public class Assent {

    @Column(name = "agreed_at")
    private Instant at;

    private String manner;

    protected Assent() {}

    public Assent(Manner manner, Instant at) {
        this.at = at;
        this.manner = manner.code();
    }

    public AssentView view() {
        return new AssentView(at, manner);
    }
}
