package org.alongside.kit.access;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;

record ThingCount(long count, @JsonIgnore Set<Part> parts) implements AggregateView {}
