package org.alongside.referral.datapackage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.system.SystemWork;
import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.hsds.HsdsType;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Writes table after table by COPY, so that no row is ever held in memory. Children are written before what they belong to: an
 * import that ends meanwhile adds parents to those that are written already, never a child without its parent.
 */
@ApplicationScoped
class ExportWork {

    private static final List<HsdsEntity> CHILDREN_FIRST = childrenFirst();

    private final EntityManager entities;
    private final ObjectMapper json;

    ExportWork(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    @SystemWork("directory-export")
    public void write(Path file, String source, boolean all) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("datapackage.json"));
                zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(DataPackage.describe(json)));
                CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                for (HsdsEntity entity : CHILDREN_FIRST) {
                    table(entity, source, all, zip, copy);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static List<HsdsEntity> childrenFirst() {
        List<HsdsEntity> entities = new ArrayList<>(List.of(HsdsEntity.values()));
        Collections.reverse(entities);
        return List.copyOf(entities);
    }

    private static void table(HsdsEntity entity, String source, boolean all, ZipOutputStream zip, CopyManager copy)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(entity.file() + ".csv"));
        copy.copyOut("copy (select id, "
                + entity.columns().stream().map(ExportWork::value).collect(Collectors.joining(", "))
                + " from " + (all ? entity.table() : entity.shown()) + " t where x_vanished_at is null" + of(source)
                + " order by id) to stdout (format csv, header)", zip);
        zip.closeEntry();
    }

    /** COPY takes no parameters. */
    private static String of(String source) {
        return source == null ? "" : " and x_source = '" + source.replace("'", "''") + "'";
    }

    private static String value(HsdsColumn column) {
        String name = "\"" + column.name() + "\"";
        return column.type() == HsdsType.DATETIME
                ? "to_char(" + name + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as " + name
                : name;
    }
}
