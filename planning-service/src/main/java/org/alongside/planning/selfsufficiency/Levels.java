package org.alongside.planning.selfsufficiency;

import java.util.Map;

/** By part of life, as sealed. */
record Levels(Map<LifeDomain, Integer> of) {}
