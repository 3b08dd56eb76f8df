package org.alongside.referral.eligibility;

import java.util.stream.Stream;

import org.alongside.referral.eligibility.api.Check;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Whom a service is for, as data: {@code {"rule": "all", "of": [{"rule": "age", "from": 18}, …]}}. Limits are included. The
 * values of {@code rule} are stored with the directory and never change their meaning.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({@Type(value = AllOf.class, name = "all"), @Type(value = AnyOf.class, name = "any"),
        @Type(value = Not.class, name = "not"), @Type(value = AgeRule.class, name = "age"),
        @Type(value = HouseholdRule.class, name = "household"), @Type(value = IncomeRule.class, name = "income"),
        @Type(value = AreaRule.class, name = "area"), @Type(value = StatusRule.class, name = "status"),
        @Type(value = DocumentRule.class, name = "document")})
@Schema(oneOf = {AllOf.class, AnyOf.class, Not.class, AgeRule.class, HouseholdRule.class, IncomeRule.class,
        AreaRule.class, StatusRule.class, DocumentRule.class}, discriminatorProperty = "rule", discriminatorMapping = {
                @DiscriminatorMapping(value = "all", schema = AllOf.class),
                @DiscriminatorMapping(value = "any", schema = AnyOf.class),
                @DiscriminatorMapping(value = "not", schema = Not.class),
                @DiscriminatorMapping(value = "age", schema = AgeRule.class),
                @DiscriminatorMapping(value = "household", schema = HouseholdRule.class),
                @DiscriminatorMapping(value = "income", schema = IncomeRule.class),
                @DiscriminatorMapping(value = "area", schema = AreaRule.class),
                @DiscriminatorMapping(value = "status", schema = StatusRule.class),
                @DiscriminatorMapping(value = "document", schema = DocumentRule.class)})
public sealed interface Rule permits AllOf, AnyOf, Not, SingleRule {

    Answer answer(Circumstances circumstances);

    /** The single rules it is made of, each with its own answer, in their order. */
    Stream<Check> checks(Circumstances circumstances);
}
