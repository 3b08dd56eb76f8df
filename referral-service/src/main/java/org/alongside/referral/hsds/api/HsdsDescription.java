package org.alongside.referral.hsds.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What HSDS has an API say of itself.
 *
 * @param version    version of HSDS
 * @param profile    address of the profile
 * @param openapiUrl address of the OpenAPI document, JSON
 */
public record HsdsDescription(String version, String profile, @JsonProperty("openapi_url") String openapiUrl) {}
