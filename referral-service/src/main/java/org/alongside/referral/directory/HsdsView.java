package org.alongside.referral.directory;

/** The database views that hold the documents of HSDS 3.1, each with columns {@code id}, {@code name}, {@code document}. */
enum HsdsView {
    /** As in {@code service.json}, with everything nested. */
    SERVICE("hsds_service"),
    /** As in {@code service_list.json}: with the organization only. */
    SERVICE_ITEM("hsds_service_item"),
    /** As in {@code organization.json}, with phones, locations and services. */
    ORGANIZATION("hsds_organization"),
    /** As in {@code organization_list.json}: nothing nested. */
    ORGANIZATION_ITEM("hsds_organization_item"),
    /** As in {@code location.json}. A confidential place has no address and no coordinates. */
    LOCATION("hsds_location");

    private final String view;

    HsdsView(String view) {
        this.view = view;
    }

    String one() {
        return "select document::text from " + view + " where id = ?";
    }

    String page() {
        return "select document::text from " + view + " order by name, id limit ? offset ?";
    }

    String count() {
        return "select count(*) from " + view;
    }
}
