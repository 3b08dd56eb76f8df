package org.alongside.audit;

import org.alongside.kit.testing.TokenResource;
import org.alongside.local.KafkaResource;
import org.alongside.local.PostgresResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** The real parts that every test of this service gets; one set, so that the service starts once. */
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "audit"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ConsoleTenantResource.class)
class AuditTestResources {}
