package org.bluelamp.people.signin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bluelamp.console.Viewers;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.handler.MappedInterceptor;

/// The security of every request: headers, sessions, form tokens, bearer tokens. Who may use a route is said at the
/// route (`@Needs`) and asked by `NeedsGuard`.
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; " + "frame-ancestors 'none'; form-action 'self'";

    /// What may be kept by a browser: styles, scripts and fonts, which are the same for everybody.
    private static final Pattern SAME_FOR_ALL = Pattern.compile("/(console|webjars)/.*|/[a-z]+/[a-z-]+\\.(js|css)");

    private static final String SIGN_OUT = "/sign-out";

    /// Stands before every kind of handler the web part knows.
    @Bean
    MappedInterceptor needsGuarded(NeedsGuard guard) {
        return new MappedInterceptor(new String[] {"/**"}, guard);
    }

    /// Says within the program when a session ends.
    @Bean
    HttpSessionEventPublisher sessionEnds() {
        return new HttpSessionEventPublisher();
    }

    /// Nobody is authenticated by the framework itself; sign-in goes through `SignInPages`.
    @Bean
    AuthenticationManager noOtherWayIn() {
        return _ -> {
            throw new ProviderNotFoundException("Sign-in goes through the sign-in page.");
        };
    }

    /// Made when the web part asks for it; a program without one has nothing to secure.
    @Bean
    @Lazy
    @Order(1)
    SecurityFilterChain withToken(
            HttpSecurity http, Accounts accounts, People people, MachineClock clock, RefusedAnswers refused) {
        return http.securityMatcher(BearerFilter::hasToken)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.disable())
                .headers(WebSecurity::headers)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new BearerFilter(accounts, people, clock, refused), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Lazy
    @Order(2)
    SecurityFilterChain withSession(
            HttpSecurity http, SessionStart start, Accounts accounts, MachineClock clock, Refusing refusing) {
        return http.csrf(csrf -> csrf.csrfTokenRepository(start.formTokens))
                .securityContext(context -> context.securityContextRepository(start.contexts))
                .requestCache(RequestCacheConfigurer::disable)
                .headers(WebSecurity::headers)
                .logout(logout -> logout.logoutUrl(SIGN_OUT)
                        .logoutSuccessUrl("/sign-in?out")
                        .deleteCookies("JSESSIONID"))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, _) -> refusing.answers().forgedForm(request, response, refusing.viewer())))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new SessionEnd(accounts, clock), AuthorizationFilter.class)
                .build();
    }

    /// How a refusal by the framework itself is answered: only a form without its token is one.
    @org.springframework.stereotype.Component
    record Refusing(RefusedAnswers answers, Viewers viewers) {
        Optional<org.bluelamp.console.Viewer> viewer() {
            return viewers.current();
        }
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        request ->
                                !SAME_FOR_ALL.matcher(request.getRequestURI()).matches(),
                        new CacheControlHeadersWriter()));
    }
}
