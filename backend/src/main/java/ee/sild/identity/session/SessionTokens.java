package ee.sild.identity.session;

import ee.sild.identity.User;

/** The tokens for the browser: an access token for minutes, and a refresh token to renew it. */
public record SessionTokens(User user, String access, String refresh) {}
