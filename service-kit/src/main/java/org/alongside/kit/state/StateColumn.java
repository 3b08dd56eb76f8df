package org.alongside.kit.state;

import jakarta.persistence.AttributeConverter;

/**
 * Stores a status as its code in a text column. A subclass names the enum.
 *
 * @param <S> the status
 */
public abstract class StateColumn<S extends Enum<S> & State<S>> implements AttributeConverter<S, String> {

    private final Class<S> type;

    protected StateColumn(Class<S> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(S state) {
        return state == null ? null : state.code();
    }

    @Override
    public S convertToEntityAttribute(String code) {
        return code == null ? null : State.of(type, code);
    }
}
