package org.alongside.kit.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.agroal.api.AgroalDataSource;

/** A line for each page: its number, and how many access events of streams were committed when it was written. */
class ThingLines implements StreamFormat<ThingCount> {

    private static final String COMMITTED = "select count(*) from outbox where convert_from(payload, 'UTF8') like '%thing.stream%'";

    private final AgroalDataSource database;

    ThingLines(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public void write(List<ThingCount> page, OutputStream out) throws IOException {
        out.write((page.get(0).count() + " " + committed() + "\n").getBytes(UTF_8));
    }

    private long committed() throws IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COMMITTED);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public void end(OutputStream out) throws IOException {
        out.write("end\n".getBytes(UTF_8));
    }
}
