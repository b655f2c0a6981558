# What electron-builder's installer for Windows does not do by itself. It takes the macros below from here, by their names; the
# installer and the uninstaller are compiled apart, each with this file. `npm run package -- --check-installer` compiles both.

!include LogicLib.nsh

# The name of the rule in Windows' firewall; by it the next version's installer finds it again.
!define FIREWALL_RULE "OPD Tokens: devices of the clinic"

!ifndef BUILD_UNINSTALLER
  !include nsDialogs.nsh

  Var startsWithWindows
  Var opensFirewall
  Var startBox
  Var firewallBox

  LangString optionsTitle 1033 "Options"
  LangString optionsTitle 1081 "विकल्प"
  LangString optionsSubtitle 1033 "Both can be changed later."
  LangString optionsSubtitle 1081 "दोनों बाद में बदले जा सकते हैं।"
  LangString startOption 1033 "&Start ${PRODUCT_NAME} when I sign in to Windows"
  LangString startOption 1081 "जब मैं Windows में साइन इन करूँ, तब ${PRODUCT_NAME} शुरू करें"
  LangString firewallOption 1033 "&Let other devices in the clinic's network reach this computer"
  LangString firewallOption 1081 "क्लिनिक के नेटवर्क के दूसरे डिवाइस को इस कंप्यूटर तक पहुँचने दें"
  LangString firewallHint 1033 "Only for a doctor's tablet or a second computer. It adds a rule to Windows' firewall, for private networks and for this program alone. Nobody is let in before you switch it on in Settings and pair the device."
  LangString firewallHint 1081 "केवल डॉक्टर के टैबलेट या दूसरे कंप्यूटर के लिए। इससे Windows फ़ायरवॉल में केवल इस प्रोग्राम के लिए और केवल निजी नेटवर्क के लिए एक नियम जुड़ता है। जब तक आप सेटिंग में इसे चालू करके डिवाइस को नहीं जोड़ते, कोई अंदर नहीं आ सकता।"
  LangString firewallFailed 1033 "Windows' firewall did not take the rule. ${PRODUCT_NAME} is installed all the same; other devices may not reach it."
  LangString firewallFailed 1081 "Windows फ़ायरवॉल ने नियम स्वीकार नहीं किया। ${PRODUCT_NAME} फिर भी इंस्टॉल हो गया है; हो सकता है कि दूसरे डिवाइस इस तक न पहुँच सकें।"
!else
  LangString dataStay 1033 "${PRODUCT_NAME} is removed from this computer.$\r$\n$\r$\nThe clinic's data stay where they are, in each account's folder:$\r$\n%APPDATA%\${PRODUCT_NAME}$\r$\n$\r$\nInstall ${PRODUCT_NAME} again and everything is there. Copies of the data are wherever the clinic keeps them."
  LangString dataStay 1081 "${PRODUCT_NAME} इस कंप्यूटर से हटा दिया गया है।$\r$\n$\r$\nक्लिनिक का डेटा वहीं रहता है, हर खाते के इस फ़ोल्डर में:$\r$\n%APPDATA%\${PRODUCT_NAME}$\r$\n$\r$\n${PRODUCT_NAME} फिर से इंस्टॉल करें और सब कुछ वहीं मिलेगा। डेटा की प्रतियाँ वहीं हैं जहाँ क्लिनिक उन्हें रखता है।"
!endif

# Nothing is ticked at first; over an older version the rule that is there stays unless somebody takes the tick away.
!macro customInit
  StrCpy $startsWithWindows ${BST_UNCHECKED}
  StrCpy $opensFirewall ${BST_UNCHECKED}
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall show rule name="${FIREWALL_RULE}"'
  Pop $0
  ${if} $0 == 0
    StrCpy $opensFirewall ${BST_CHECKED}
  ${endif}
!macroend

!macro customPageAfterChangeDir
  Page custom askOptions keepOptions

  Function askOptions
    ${if} ${isUpdated}
      Abort
    ${endif}
    !insertmacro MUI_HEADER_TEXT "$(optionsTitle)" "$(optionsSubtitle)"
    nsDialogs::Create 1018
    Pop $0
    ${if} $0 == error
      Abort
    ${endif}
    ${NSD_CreateCheckbox} 0 4u 100% 12u "$(startOption)"
    Pop $startBox
    ${NSD_SetState} $startBox $startsWithWindows
    ${NSD_CreateCheckbox} 0 28u 100% 12u "$(firewallOption)"
    Pop $firewallBox
    ${NSD_SetState} $firewallBox $opensFirewall
    ${NSD_CreateLabel} 12u 42u -12u 56u "$(firewallHint)"
    Pop $0
    nsDialogs::Show
  FunctionEnd

  Function keepOptions
    ${NSD_GetState} $startBox $startsWithWindows
    ${NSD_GetState} $firewallBox $opensFirewall
  FunctionEnd
!macroend

!macro customInstall
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="${FIREWALL_RULE}"'
  Pop $0
  ${if} $opensFirewall == ${BST_CHECKED}
    # A rule that blocks goes before one that allows: Windows makes one for whoever closes its own question.
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name=all dir=in program="$appExe"'
    Pop $0
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall add rule name="${FIREWALL_RULE}" dir=in action=allow protocol=TCP profile=private,domain program="$appExe" enable=yes'
    Pop $0
    # Whoever asks for the computer by its name asks everybody, and the program answers (mDNS).
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall add rule name="${FIREWALL_RULE}" dir=in action=allow protocol=UDP localport=5353 profile=private,domain program="$appExe" enable=yes'
    Pop $1
    ${if} $0 != 0
    ${orIf} $1 != 0
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(firewallFailed)" /SD IDOK
    ${endif}
  ${endif}
  ${if} $startsWithWindows == ${BST_CHECKED}
    # The app enters itself, for who is signed in and not for the administrator who installs: Settings finds it, and can undo it.
    ${StdUtils.ExecShellAsUser} $0 "$appExe" "open" "--start-with-system"
  ${endif}
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name=all dir=in program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
    Pop $0
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
  ${endif}
!macroend

# The data are the clinic's: the last page says that they stay, and where.
!macro customUninstallPage
  !define MUI_FINISHPAGE_TEXT "$(dataStay)"
!macroend
