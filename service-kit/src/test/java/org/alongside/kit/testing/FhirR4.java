package org.alongside.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;

/** HAPI FHIR's parser and validator of R4, with what they know without a network: all but profiles of IHE and the codes of DICOM. */
public final class FhirR4 {

    private static final FhirContext R4 = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private FhirR4() {}

    /** @return the resource, in which HAPI finds no error */
    public static <R extends IBaseResource> R valid(Class<R> type, String json) {
        List<String> errors = VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(message -> message.getLocationString() + ": " + message.getMessage()).toList();
        assertEquals(List.of(), errors);
        return R4.newJsonParser().setParserErrorHandler(new StrictErrorHandler()).parseResource(type, json);
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
