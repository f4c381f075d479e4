@echo off
rem Finds a JDK 25 or later, builds what is missing or out of date, and starts the desktop or, with
rem arguments, the command line. Does on Windows what the script "safeguard" does elsewhere.
rem
rem NOT YET TRIED ON WINDOWS: written beside the tried script, line by line. Report what fails.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "lowest=25"
set "jdk="

call :consider "%JAVA_HOME%"
for /f "delims=" %%J in ('where javac 2^>nul') do call :consider "%%~dpJ.."
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" ^
  "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*" "%ProgramFiles%\Amazon Corretto\jdk*" ^
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk*" "%USERPROFILE%\.jdks\*") do call :consider "%%~fJ"
if not defined jdk (
  >&2 echo safeguard: needs a JDK %lowest% or later, and found none in JAVA_HOME, on the PATH or in the usual places.
  >&2 echo safeguard: Install one, for example Eclipse Temurin %lowest%, or set JAVA_HOME to where it is.
  exit /b 2
)

set "cli=%home%\app\cli\target"
set "desktop=%home%\app\desktop\target"
set "stamp=%home%\target\built"
set "cache=%home%\target\cli.aot"
call :out_of_date
if errorlevel 1 (
  call :build
  if errorlevel 1 exit /b
)

set common=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders
set quiet=-Xlog:disable
set brief=-XX:TieredStopAtLevel=1
if "%~1"=="" goto :desktop

if not exist "%cache%" if not exist "%cache%.none" call :train
set "aot="
if exist "%cache%" set aot=-XX:AOTCache="%cache%"
"%jdk%\bin\java.exe" %common% %brief% -XX:+UseSerialGC %aot% %quiet% %SAFEGUARD_JAVA_OPTIONS% -cp "%cli%\*;%cli%\lib\*" org.safeguard.cli.CliMain %*
exit /b

:desktop
rem Java takes no pattern in a module path, so the jars of JavaFX lie in a folder of their own.
set "modules=%desktop%\modules"
if not exist "%modules%" (
  mkdir "%modules%"
  copy /y "%desktop%\lib\javafx-*.jar" "%modules%" >nul
)
"%jdk%\bin\java.exe" %common% --enable-native-access=javafx.graphics %quiet% %SAFEGUARD_JAVA_OPTIONS% --module-path "%modules%" --add-modules javafx.controls -cp "%desktop%\*;%desktop%\lib\*" org.safeguard.desktop.DesktopMain
exit /b

rem Takes the JDK in %1 when none was taken and it is new enough.
:consider
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~f1\bin\javac.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~f1\release"') do (
  for /f "tokens=1 delims=.-+" %%M in ("%%~V") do if %%M GEQ %lowest% set "jdk=%~f1"
)
exit /b 0

rem Status 1 when nothing was built or a source is newer than the build.
:out_of_date
if not exist "%stamp%" exit /b 1
powershell -NoProfile -Command "$b=(Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; $p='pom.xml','app','assessors','rulepacks','reports-templates' | ForEach-Object { Join-Path $env:home $_ }; $n=Get-ChildItem -LiteralPath $p -Recurse -File -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTimeUtc -gt $b -and $_.FullName -notmatch '\\target\\|\\src\\test\\|\.md$' } | Select-Object -First 1; if ($n) { exit 1 }"
exit /b

:build
where mvn >nul 2>nul
if errorlevel 1 (
  >&2 echo safeguard: needs Maven 3.8 or later to build itself on first use. Install it, then try again.
  exit /b 2
)
>&2 echo safeguard: building; the first time takes a few minutes and needs a network for the libraries
if not exist "%home%\target" mkdir "%home%\target"
set "log=%home%\target\build.log"
type nul > "%home%\target\building"
if exist "%cli%\lib" rmdir /s /q "%cli%\lib"
if exist "%desktop%\lib" rmdir /s /q "%desktop%\lib"
if exist "%desktop%\modules" rmdir /s /q "%desktop%\modules"
pushd "%home%"
set "JAVA_HOME=%jdk%"
call mvn --batch-mode -DskipTests -Dspotless.check.skip=true -pl app/cli,app/desktop -am package > "%log%" 2>&1
popd
findstr /c:"BUILD SUCCESS" "%log%" >nul
if errorlevel 1 (
  >&2 findstr /b /c:"[ERROR]" "%log%"
  >&2 echo safeguard: the build failed; the whole log is in %log%
  exit /b 70
)
del /q "%home%\target\*.aot" "%home%\target\*.aot.none" 2>nul
move /y "%home%\target\building" "%stamp%" >nul
exit /b 0

rem Ahead-of-time cache (JEP 514); without it everything works, only slower.
:train
set "scratch=%TEMP%\safeguard-%RANDOM%%RANDOM%"
mkdir "%scratch%"
>&2 echo safeguard: preparing a faster start; this is done once after a build
"%jdk%\bin\java.exe" %common% %brief% -XX:+UseSerialGC -XX:AOTCacheOutput="%cache%" -cp "%cli%\*;%cli%\lib\*" org.safeguard.cli.CliMain assess "%home%\docs\examples\clinic" --workbook "%scratch%\w.xlsx" --engagement "%scratch%\e.safeguard" --json "%scratch%\r.json" > "%home%\target\train.log" 2>&1
rmdir /s /q "%scratch%"
if not exist "%cache%" type nul > "%cache%.none"
exit /b 0
