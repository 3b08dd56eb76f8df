package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;

import org.alongside.local.Checkout;
import org.alongside.local.LocalStack;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;

/** The console as an auditor has it: a real Chromium, the login of the real Keycloak, the accesses of the running suite. */
class ConsoleBrowserIT {

    private static final String AUDITOR = "auditor.oversight";
    private static final String STRANGER = "case-worker.legal-aid";
    private static final String PASSWORD = "demo-only-password";
    private static final int SECONDS = 30;
    private static final int SECONDS_TO_CATCH_UP = 90;
    /** What is left of 1280 pixels at 400 %: WCAG 2.2, success criterion 1.4.10. */
    private static final int NARROW = 320;
    /** As many as the rule on bursts of refusals asks for. */
    private static final int REFUSALS = 10;
    private static final List<String> PAGES = List.of("", "/search", "/timeline", "/client", "/day", "/alerts",
            "/emergency", "/log");

    private final LocalStack stack = SystemStack.running();
    private final Suite suite = SystemStack.suite();
    private final URI base = stack.service("audit").base();
    private final Path screenshots = Checkout.fromSystemProperty().root().resolve("system-tests/target/screenshots");
    private ChromeDriver browser;

    @BeforeEach
    void open() {
        ChromeOptions options = new ChromeOptions().setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--window-size=1280,900");
        browser = new ChromeDriver(new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile()).usingAnyFreePort().build(), options);
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void logsInWithACodeOfKeycloakAndOutAgain() {
        go("/console/search");
        assertTrue(browser.getCurrentUrl().startsWith(stack.keycloak().realm().toString()), browser.getCurrentUrl());
        assertTrue(browser.getCurrentUrl().contains("code_challenge_method=S256"), browser.getCurrentUrl());
        assertTrue(browser.getCurrentUrl().contains("response_type=code"), browser.getCurrentUrl());
        enter(AUDITOR);

        assertEquals(base.resolve("/console/search").toString(), browser.getCurrentUrl(), "back where it began");
        List<Cookie> session = browser.manage().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session")).toList();
        assertFalse(session.isEmpty());
        for (Cookie cookie : session) {
            assertTrue(cookie.isHttpOnly(), cookie.getName());
            assertEquals("Lax", cookie.getSameSite());
            assertEquals("/console", cookie.getPath());
        }

        browser.findElement(By.linkText("Log out")).click();
        await("You are logged out");
        go("/console/search");
        assertTrue(browser.getCurrentUrl().startsWith(stack.keycloak().realm().toString()), "asks anew");
    }

    @Test
    void keepsOutWhoIsNoAuditor() {
        go("/console/search");
        enter("case-worker.family-services");
        await("Your role does not permit this");
        assertAccessible("403");
    }

    @Test
    void aNewCheckpointProvesAnEntryAndATouchedByteIsRefused() throws Exception {
        String client = accessOfClient();
        login();
        search(client);
        browser.findElement(By.cssSelector("tbody th a")).click();
        await("Verify this entry in your browser");
        await(() -> verdict(By.id("fetch")).startsWith("Yes."));
        shot("entry-verified");
        assertAccessible("verified entry");
        assertEquals(4, browser.findElements(By.cssSelector("#steps li")).size(), "shows what it computed");

        String bytes = touch("bytes", "value.replace('\"action\":\"R\"', '\"action\":\"U\"')",
                "Root in the checkpoint is another");
        shot("entry-touched");
        assertAccessible("refused entry");
        putBack("bytes", bytes);
        assertRefused("bytes", "value + ' '", "Root in the checkpoint is another");
        assertRefused("checkpoint",
                "value.replace(/\\n([0-9]+)\\n/, (all, size) => '\\n' + (Number(size) + 1) + '\\n')",
                "is wrong");
        assertRefused("checkpoint", "value.slice(0, -6) + 'AAAA=\\n'", "is wrong");
        assertRefused("key", "value.replace(/[+][0-9a-f]{8}[+]/, '+00000000+')", "id is not its own");
        assertTrue(verdict(By.id("again")).startsWith("Yes."), "and says yes again to what was not touched");
    }

    @Test
    void noPageHasABarrier() throws Exception {
        String client = accessOfClient();
        String alert = alert();
        login();
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            for (String page : PAGES) {
                go("/console" + page);
                assertAccessible(scheme + " " + page);
                shot(name(page) + "-" + scheme);
            }
            search(client);
            assertAccessible(scheme + " results");
            shot("results-" + scheme);
            browser.findElement(By.cssSelector("button.handle[name=actor-at]")).click();
            await("of them refused");
            assertAccessible(scheme + " day");
            shot("actors-day-" + scheme);
            openAlert(alert);
            assertAccessible(scheme + " alert");
            go("/console/timeline");
            browser.findElement(By.cssSelector("button.first")).click();
            await("by day");
            browser.findElement(By.tagName("summary")).click();
            assertAccessible(scheme + " plot");
            shot("plot-" + scheme);
            go("/console/search");
            browser.findElement(By.id("client")).sendKeys("nobody", Keys.ENTER);
            await("The form cannot be answered");
            assertAccessible(scheme + " faults");
            shot("faults-" + scheme);
        }
    }

    @Test
    void at400PercentNothingScrollsSideways() throws Exception {
        String client = accessOfClient();
        login();
        narrow();
        for (String page : PAGES) {
            go("/console" + page);
            assertFits(page);
            shot(name(page) + "-400");
        }
        search(client);
        assertFits("results");
        shot("results-400");
        browser.findElement(By.cssSelector("button.handle[name=actor-at]")).click();
        await("of them refused");
        assertFits("day");
        shot("actors-day-400");
        search(client);
        browser.findElement(By.cssSelector("tbody th a")).click();
        await(() -> verdict(By.id("fetch")).startsWith("Yes."));
        assertFits("entry");
        shot("entry-400");
        assertAccessible("entry at 400 %");
    }

    @Test
    void aPrivacyOfficerReviewsAnAlert() throws Exception {
        String alert = alert();
        login("privacy-officer.legal-aid");
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            openAlert(alert);
            assertAccessible(scheme + " review");
            shot("alert-" + scheme);
        }
        browser.findElement(By.cssSelector(".indexes a")).click();
        await("Verify this entry in your browser");
        narrow();
        openAlert(alert);
        assertFits("review");
        shot("alert-400");

        browser.findElement(By.cssSelector("label[for=appropriate]")).click();
        browser.findElement(By.id("ground")).sendKeys("technical-cause");
        browser.findElement(By.cssSelector(".review button")).click();
        await("Reviewed by");
        assertFits("reviewed alert");
        assertAccessible("reviewed alert");
        assertEquals(List.of(), browser.findElements(By.cssSelector("form.review")), "a verdict is final");
        assertTrue(browser.findElement(By.tagName("main")).getText().contains("technical-cause"));
    }

    @Test
    void worksByKeyboardAlone() throws Exception {
        String client = accessOfClient();
        login();
        go("/console/search");
        press(Keys.TAB);
        assertEquals("Skip to the content", focused().getText());
        press(Keys.ENTER);
        press(Keys.TAB);
        assertEquals("client", focused().getDomAttribute("id"), "the skip link leads behind the navigation");
        press(client, Keys.ENTER);
        await("Found, newest first");
        for (int i = 0; i < 60 && !"th".equals(focused().findElement(By.xpath("..")).getTagName()); i++) {
            press(Keys.TAB);
        }
        press(Keys.ENTER);
        await("Verify this entry in your browser");
        for (int i = 0; i < 30 && !"fetch".equals(focused().getDomAttribute("id")); i++) {
            press(Keys.TAB);
        }
        String outline = (String) browser
                .executeScript("return getComputedStyle(document.activeElement).outlineStyle");
        assertEquals("solid", outline, "focus is seen");
        press(Keys.ENTER);
        await(() -> browser.findElement(By.id("verdict")).getText().startsWith("Yes."));
        assertEquals("polite", browser.findElement(By.id("verdict")).getDomAttribute("aria-live"));
    }

    /** A client taken in and read just now, whose accesses the log shows already. */
    private String accessOfClient() throws InterruptedException {
        String worker = "intake-worker.family-services";
        String id = suite.send(Call.post(worker, "intake", "/v1/clients", "{\"identity\": {\"familyName\": \"Log\"}}"))
                .text("/clientId");
        for (int i = 0; i < 3; i++) {
            assertEquals(200, suite.send(Call.get(worker, "intake", "/v1/clients/" + id)).status());
        }
        suite.send(Call.get(STRANGER, "intake", "/v1/clients/" + id));
        assertTrue(SystemStack.within(SECONDS_TO_CATCH_UP, () -> SystemStack.count("audit", """
                select count(*) from log_entry where client = ?::uuid and outcome = 'allowed'
                   and operation = 'client.read' and entry_index <
                       (select coalesce(max(size), 0) from log_checkpoint)""", id) == 3), "the log has the accesses");
        return id;
    }

    /**
     * An alert that nobody has reviewed, about a worker who asked for one client after the other. All these accesses are in it, so that it
     * stays as it is.
     *
     * @return its id
     */
    private String alert() throws InterruptedException {
        Reply last = null;
        for (int i = 0; i < REFUSALS; i++) {
            last = suite.send(Call.get(STRANGER, "intake", "/v1/clients/" + UUID.randomUUID()));
            assertEquals(404, last.status());
        }
        String access = last.accessId();
        assertTrue(SystemStack.within(SECONDS_TO_CATCH_UP, () -> !alertsAbout(access).isEmpty()), "it is raised");
        return alertsAbout(access).get(0);
    }

    private static List<String> alertsAbout(String access) {
        return SystemStack.strings("audit", """
                select id from alert join log_entry on entry_index = any (entries)
                 where rule = 'refusal-burst' and status = 'open' and access_id = ?::uuid""", access);
    }

    private void openAlert(String id) {
        go("/console/alerts?rule=refusal-burst");
        browser.findElement(By.cssSelector("tbody th a[href$='" + id + "']")).click();
        await("Entries of the log behind it");
    }

    private void scheme(String scheme) {
        browser.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void narrow() {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", NARROW, "height", 640, "deviceScaleFactor", 2, "mobile", false));
    }

    private void login() {
        login(AUDITOR);
    }

    private void login(String account) {
        go("/console");
        enter(account);
        await("Who saw what");
    }

    private void enter(String account) {
        browser.findElement(By.id("username")).sendKeys(account);
        // With organizations Keycloak may ask for the name first, and then for the password.
        if (browser.findElements(By.id("password")).stream().noneMatch(WebElement::isDisplayed)) {
            press(Keys.ENTER);
            new WebDriverWait(browser, Duration.ofSeconds(SECONDS))
                    .until(ExpectedConditions.visibilityOfElementLocated(By.id("password")));
        }
        browser.findElement(By.id("password")).sendKeys(PASSWORD, Keys.ENTER);
        new WebDriverWait(browser, Duration.ofSeconds(SECONDS)).until(
                ExpectedConditions.urlContains(base.getAuthority() + "/console"));
        // What Keycloak's own page says to the console of the browser is none of ours.
        browser.manage().logs().get(LogType.BROWSER);
    }

    private void search(String client) {
        go("/console/search");
        browser.findElement(By.id("client")).sendKeys(client, Keys.ENTER);
        await("Found, newest first");
    }

    private void go(String path) {
        browser.get(base.resolve(path).toString());
    }

    private void press(CharSequence... keys) {
        focused().sendKeys(keys);
    }

    private WebElement focused() {
        return browser.switchTo().activeElement();
    }

    private String verdict(By button) {
        browser.findElement(button).click();
        WebElement verdict = browser.findElement(By.id("verdict"));
        await(() -> !verdict.getText().isEmpty());
        return verdict.getText();
    }

    private void assertRefused(String field, String change, String because) {
        putBack(field, touch(field, change, because));
    }

    /** Changes what the page computes from and sees it refused. Returns what was there. */
    private String touch(String field, String change, String because) {
        WebElement input = browser.findElement(By.id(field));
        String before = input.getDomProperty("value");
        browser.executeScript("const value = arguments[0].value; arguments[0].value = " + change, input);
        browser.executeScript("document.getElementById('verdict').textContent = ''");
        assertTrue(verdict(By.id("again")).startsWith("No."), field + " touched: " + change);
        String steps = browser.findElement(By.id("steps")).getText();
        assertTrue(steps.contains(because), steps);
        return before;
    }

    private void putBack(String field, String before) {
        browser.executeScript("arguments[0].value = arguments[1]; document.getElementById('verdict').textContent = ''",
                browser.findElement(By.id(field)), before);
    }

    private void assertAccessible(String page) {
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(browser).getViolations();
        assertTrue(violations.isEmpty(), () -> page + ": " + violations);
        List<String> complaints = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(Object::toString).filter(entry -> !entry.contains("status of 4")).toList();
        assertEquals(List.of(), complaints, "what the browser says of " + page);
    }

    private void assertFits(String page) {
        Long width = (Long) browser.executeScript("return document.documentElement.scrollWidth");
        assertTrue(width <= NARROW, page + " is " + width + " pixels wide");
    }

    /** A page that gives way to the next while it is looked at does not have the text yet. */
    private void await(String text) {
        new WebDriverWait(browser, Duration.ofSeconds(SECONDS)).ignoring(WebDriverException.class)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }

    private void await(BooleanSupplier wanted) {
        new WebDriverWait(browser, Duration.ofSeconds(SECONDS)).until(any -> wanted.getAsBoolean());
    }

    private static String name(String page) {
        return page.isEmpty() ? "start" : page.substring(1);
    }

    /** Keeps a picture of the whole page, also of what lies below the window. */
    private void shot(String name) throws IOException {
        Map<?, ?> page = (Map<?, ?>) browser.executeScript(
                "return {x: 0, y: 0, width: innerWidth, height: document.documentElement.scrollHeight, scale: 1}");
        String png = (String) browser.executeCdpCommand("Page.captureScreenshot",
                Map.of("captureBeyondViewport", true, "clip", page)).get("data");
        Files.createDirectories(screenshots);
        Files.write(screenshots.resolve(name + ".png"), Base64.getDecoder().decode(png));
    }
}
