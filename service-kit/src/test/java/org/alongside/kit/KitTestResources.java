package org.alongside.kit;

import org.alongside.kit.testing.TokenResource;
import org.alongside.local.KafkaResource;
import org.alongside.local.PostgresResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** The real parts that every test of this module gets; one set, so that the application starts once. */
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
@QuarkusTestResource(value = KafkaResource.class, initArgs = @ResourceArg(name = "topics", value = "kit.thing.v1,kit.drain.v1,kit.dead-letter.v1"))
@QuarkusTestResource(TokenResource.class)
class KitTestResources {}
