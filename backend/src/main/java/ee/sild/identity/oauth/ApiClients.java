package ee.sild.identity.oauth;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.identity.RandomToken;
import ee.sild.identity.SessionSettings;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.Violations;

/** The integration clients that may call the API. */
@ApplicationScoped
class ApiClients implements PanacheRepositoryBase<ApiClient, UUID> {

    private final Users users;
    private final SessionSettings settings;
    private final Clock clock;

    ApiClients(Users users, SessionSettings settings, Clock clock) {
        this.users = users;
        this.settings = settings;
        this.clock = clock;
    }

    ApiClientView create(CreateApiClientRequest request) {
        return create(request, "sild_" + RandomToken.next().substring(0, 16), newSecret());
    }

    /** Has a prefix by which secret scanners detect leaks. */
    private static String newSecret() {
        return "sild_secret_" + RandomToken.next();
    }

    ApiClientView create(CreateApiClientRequest request, String clientId, String secret) {
        new Violations()
                .addIf(request.role().isStaff() != (request.partnerId() == null), "/role", "role")
                .requireReference(request.partnerId() == null || isPartner(request.partnerId()), "/partnerId")
                .throwIfAny();
        var user = User.client(request.name(), request.role(), request.partnerId(), clock.instant());
        users.persist(user);
        var client = new ApiClient(user.id(), clientId, RandomToken.hash(secret), request.scopes(), clock.instant());
        persistAndFlush(client);
        return view(client, secret);
    }

    private boolean isPartner(UUID id) {
        return ScalarQuery.of(
                        getEntityManager(), "select exists (select from user_partner where id = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    List<ApiClientView> all() {
        return list("order by createdAt, userId").stream()
                .map(client -> view(client, null))
                .toList();
    }

    ApiClientView get(UUID id) {
        return view(findByIdOptional(id).orElseThrow(NotFound::new), null);
    }

    ApiClientView revoke(UUID id, ExpectedVersion version) {
        return change(id, version, null, client -> client.revoke(clock.instant()));
    }

    ApiClientView rotate(UUID id, ExpectedVersion version) {
        String secret = newSecret();
        return change(
                id,
                version,
                secret,
                client ->
                        client.rotate(RandomToken.hash(secret), clock.instant().plus(settings.secretOverlap())));
    }

    private ApiClientView change(UUID id, ExpectedVersion version, String secret, Consumer<ApiClient> act) {
        var client = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
        version.check(client.version());
        act.accept(client);
        flush();
        return view(client, secret);
    }

    private ApiClientView view(ApiClient client, String secret) {
        return ApiClientView.of(client, users.findById(client.userId()), secret, clock.instant());
    }

    Optional<ApiClient> proven(String clientId, String secret) {
        return find("clientId", clientId)
                .firstResultOptional()
                .filter(client -> client.proves(secret, clock.instant()));
    }
}
