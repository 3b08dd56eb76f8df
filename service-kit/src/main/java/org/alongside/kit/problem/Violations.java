package org.alongside.kit.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Reads the violations of Bean Validation as places in the request. */
final class Violations {

    private Violations() {}

    /** Empty when the service broke its own rule (a result, not an input): nothing that the caller could correct. */
    static Optional<Problem> problem(ConstraintViolationException fault) {
        List<Violation> violations = fault.getConstraintViolations().stream().flatMap(Violations::violation)
                .sorted((a, b) -> a.field().compareTo(b.field())).toList();
        boolean complete = !violations.isEmpty() && violations.size() == fault.getConstraintViolations().size();
        return complete ? Optional.of(Problem.invalid(violations)) : Optional.empty();
    }

    private static Stream<Violation> violation(ConstraintViolation<?> broken) {
        List<Path.Node> nodes = new ArrayList<>();
        broken.getPropertyPath().forEach(nodes::add);
        if (nodes.stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE)) {
            return Stream.empty();
        }
        return Stream.of(new Violation(field(broken, nodes), code(broken), broken.getMessage()));
    }

    private static String field(ConstraintViolation<?> broken, List<Path.Node> nodes) {
        if (nodes.isEmpty() || nodes.get(0).getKind() != ElementKind.METHOD) {
            return pointer(nodes.iterator());
        }
        Path.MethodNode method = nodes.get(0).as(Path.MethodNode.class);
        return nodes.stream().filter(node -> node.getKind() == ElementKind.PARAMETER).findFirst()
                .flatMap(node -> parameter(broken.getRootBeanClass(), method, node.as(Path.ParameterNode.class)))
                .orElseGet(() -> pointer(nodes.stream().skip(2).iterator()));
    }

    /** The annotations may stand on a superclass: the container validates a generated subclass. */
    private static Optional<String> parameter(Class<?> bean, Path.MethodNode method, Path.ParameterNode parameter) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(bean, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getInterfaces())))
                .flatMap(type -> declared(type, method.getName(), types))
                .flatMap(found -> Stream.of(found.getParameterAnnotations()[parameter.getParameterIndex()]))
                .flatMap(annotation -> source(annotation, parameter.getName()).stream()).findFirst();
    }

    private static Stream<Method> declared(Class<?> type, String name, Class<?>[] parameterTypes) {
        try {
            return Stream.of(type.getDeclaredMethod(name, parameterTypes));
        } catch (NoSuchMethodException inherited) {
            return Stream.empty();
        }
    }

    /** {@code query:name} and the like when the annotation says that the parameter is not the body. */
    static Optional<String> source(Annotation annotation, String javaName) {
        if (annotation instanceof QueryParam query) {
            return Optional.of("query:" + query.value());
        } else if (annotation instanceof RestQuery query) {
            return Optional.of("query:" + named(query.value(), javaName));
        } else if (annotation instanceof PathParam path) {
            return Optional.of("path:" + path.value());
        } else if (annotation instanceof RestPath path) {
            return Optional.of("path:" + named(path.value(), javaName));
        } else if (annotation instanceof HeaderParam header) {
            return Optional.of("header:" + header.value());
        } else if (annotation instanceof RestHeader header) {
            return Optional.of("header:" + named(header.value(), javaName));
        }
        return Optional.empty();
    }

    private static String named(String stated, String javaName) {
        return stated.isEmpty() ? javaName : stated;
    }

    /** Keys of maps stay out: they come from the caller. */
    private static String pointer(Iterator<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static String code(ConstraintViolation<?> broken) {
        String rule = broken.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return switch (rule) {
            case "NotNull" -> "required";
            case "NotBlank", "NotEmpty" -> broken.getInvalidValue() == null ? "required" : "empty";
            default -> rule.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        };
    }
}
