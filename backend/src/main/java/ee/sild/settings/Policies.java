package ee.sild.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Loads the vendor's policies. */
@ApplicationScoped
public class Policies {

    private final EntityManager database;

    Policies(EntityManager database) {
        this.database = database;
    }

    public VendorPolicy get() {
        return database.createQuery("from VendorPolicy", VendorPolicy.class).getSingleResult();
    }

    VendorPolicy lock() {
        return database.createQuery("from VendorPolicy", VendorPolicy.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }
}
