package org.alongside.kit.code;

import jakarta.persistence.AttributeConverter;

/**
 * Stores an enum as its code in a text column. A subclass names the enum.
 *
 * @param <C> the enum
 */
public abstract class CodedColumn<C extends Enum<C> & Coded> implements AttributeConverter<C, String> {

    private final Class<C> type;

    protected CodedColumn(Class<C> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(C value) {
        return Coded.codeOf(value);
    }

    @Override
    public C convertToEntityAttribute(String code) {
        return Coded.stored(type, code);
    }
}
