package org.alongside.referral.opening;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.referral.opening.api.HolidayContent;
import org.alongside.referral.opening.api.HolidayView;
import org.alongside.referral.opening.api.Holidays;

/** Public holidays, on which matching does not trust timetables. */
@Path("/v1")
public class HolidayResource {

    private final HolidayService holidays;

    HolidayResource(HolidayService holidays) {
        this.holidays = holidays;
    }

    @GET
    @Path("holidays")
    @NoClientData(operation = "holiday.list")
    public Holidays coming() {
        return holidays.coming();
    }

    @PUT
    @Path("holidays/{day}")
    @NoClientData(operation = "holiday.put", roles = Role.SYSTEM_ADMIN)
    public HolidayView put(LocalDate day, @NotNull @Valid HolidayContent body) {
        return holidays.put(day, body.name());
    }

    @DELETE
    @Path("holidays/{day}")
    @NoClientData(operation = "holiday.remove", roles = Role.SYSTEM_ADMIN)
    public void remove(LocalDate day) {
        holidays.remove(day);
    }
}
