package org.alongside.planning.step;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class OwnerColumn implements AttributeConverter<Owner, String> {

    @Override
    public String convertToDatabaseColumn(Owner owner) {
        return owner == null ? null : owner.code();
    }

    @Override
    public Owner convertToEntityAttribute(String code) {
        return code == null ? null : Owner.of(code);
    }
}
