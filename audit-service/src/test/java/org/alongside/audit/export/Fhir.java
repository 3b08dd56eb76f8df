package org.alongside.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;

/** HAPI FHIR's parser and validator of R4, with what they know without a network: all but the profiles of BALP and DICOM's codes. */
final class Fhir {

    private static final FhirContext R4 = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private Fhir() {}

    /** @return the Bundle, in which HAPI finds no error */
    static Bundle bundle(String json) {
        List<String> errors = VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(message -> message.getLocationString() + ": " + message.getMessage()).toList();
        assertEquals(List.of(), errors);
        return R4.newJsonParser().parseResource(Bundle.class, json);
    }

    private static FhirValidator validator() {
        FhirInstanceValidator rules = new FhirInstanceValidator(
                new ValidationSupportChain(new DefaultProfileValidationSupport(R4),
                        new CommonCodeSystemsTerminologyService(R4),
                        new InMemoryTerminologyServerValidationSupport(R4)));
        rules.setErrorForUnknownProfiles(false);
        return R4.newValidator().registerValidatorModule(rules);
    }
}
